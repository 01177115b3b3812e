// Checks the links of the website each night.
job('website/check-links') {
    triggers { cron('H 3 * * *') }
    steps { shell('./check-links.sh') }
}
