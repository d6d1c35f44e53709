/** CO2 accounts: who may take vehicles, and on what terms. */
@NullMarked
package nz.cleancar.account;

import org.jspecify.annotations.NullMarked;
