./smoke
