/** Reads the vocabulary from YAML, node by node: no object is ever made of what a file says. */
@NullMarked
package nz.cleancar.policy.yaml;

import org.jspecify.annotations.NullMarked;
