package nz.cleancar.standard;

/**
 * The two switches by which an account accepts vehicles without its holder.
 *
 * @param atOrBelowTarget accept vehicles at or below their target
 * @param aboveTarget accept vehicles above their target
 */
public record AutoAccept(boolean atOrBelowTarget, boolean aboveTarget) {}
