// Folders. They come first: the other scripts put jobs into them.
// Compiled from the specs by bitesize; change them and compile again.

// an example of the tests
folder('example') {
    displayName('Example')
    description('Jobs of project example')
}
