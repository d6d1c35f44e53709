/** The command line: one command a class. `ccs` in the project's folder is its front door. */
@NullMarked
package nz.cleancar.cli;

import org.jspecify.annotations.NullMarked;
