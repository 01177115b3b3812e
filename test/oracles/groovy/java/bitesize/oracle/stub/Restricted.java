package bitesize.oracle.stub;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** A member that Jenkins marks with {@code @Restricted}: not meant for scripts. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Restricted {}
