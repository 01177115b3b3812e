./test
