/**
 * The words of the Clean Car Standard as types: vehicle, account, grams, money, legal date and New
 * Zealand's clock. Nothing here knows a figure of the policy.
 */
@NullMarked
package nz.cleancar.standard;

import org.jspecify.annotations.NullMarked;
