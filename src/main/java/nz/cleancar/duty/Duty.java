package nz.cleancar.duty;

/** Something that is done once every New Zealand day, in this order. */
public enum Duty {
  /** Vehicles that waited for an account that is open by now are taken up. */
  TAKE_UP_VEHICLES,

  /** The payment provider is asked about payments that are open. */
  RECONCILE_PAYMENTS,

  /** Credits whose last day is over come to their end. */
  EXPIRE_CREDITS,

  /** Fleets of years that are over are settled. */
  SETTLE_FLEETS,

  /** Pay-as-you-go accounts are told once a month what they owe. */
  BALANCE_OWING,

  /** Holders are told of credits that expire soon. */
  CREDITS_EXPIRE,

  /** Holders are told of a fleet's charge that is due soon. */
  FLEET_CHARGE_DUE
}
