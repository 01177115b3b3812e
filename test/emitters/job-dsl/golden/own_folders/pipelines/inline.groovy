node {
    sh 'it''s "$1" \\n'
}
