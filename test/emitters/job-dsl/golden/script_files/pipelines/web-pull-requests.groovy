echo('$it')
