// Folders. They come first: the other scripts put jobs into them.
// Compiled from the specs by bitesize; change them and compile again.

// an example of the tests
folder('old') {
    configure { project ->
        // The job is given whole: nothing of what Job DSL makes is kept.
        project.attributes().clear()
        project.children().clear()
        project.appendNode('description', 'it\'s old')
    }
}
