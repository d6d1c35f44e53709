/**
 * The policy: its sources, its version, what reading it finds, and the compiled policy that
 * decisions run on. Adapters below read workbooks ({@code xlsx}) and the vocabulary ({@code yaml})
 * and compile with the engine ({@code drools}).
 */
@NullMarked
package nz.cleancar.policy;

import org.jspecify.annotations.NullMarked;
