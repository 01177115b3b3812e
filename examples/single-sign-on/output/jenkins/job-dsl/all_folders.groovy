// Folders. They come first: the other scripts put jobs into them.
// Compiled from the specs by bitesize; change them and compile again.

// jenkins.bitesize:19
folder('portal') {
}
