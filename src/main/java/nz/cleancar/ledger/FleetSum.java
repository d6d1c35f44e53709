package nz.cleancar.ledger;

import java.math.BigDecimal;

/**
 * A year's fleet of an account in sums, from which its means follow (SL 2022/285, reg 10(4)).
 *
 * @param year the year
 * @param vehicles how many vehicles count in it
 * @param targets the sum of their targets, g/km, exactly
 * @param co2 the sum of their emissions, g/km, exactly
 * @param countedTenths the sum of their differences as the fleet's book counts them
 * @param balanceTenths what the fleet's book holds for the year: the differences and what an
 *     earlier year left to it, until the year is settled
 */
public record FleetSum(
    int year,
    long vehicles,
    BigDecimal targets,
    BigDecimal co2,
    long countedTenths,
    long balanceTenths) {}
