package bitesize.oracle.jenkins;

/** What one method of Jenkins does, as far as init scripts can tell. */
interface Behaviour {
  Object call(World world, Object self, Object[] arguments) throws Throwable;
}
