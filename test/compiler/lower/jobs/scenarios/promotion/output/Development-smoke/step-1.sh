./smoke.sh
