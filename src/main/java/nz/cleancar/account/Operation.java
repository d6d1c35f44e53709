package nz.cleancar.account;

/** Something that is done with an account; whether its state allows it is said by the policy. */
public enum Operation {
  /** A vehicle is put on the account. */
  ASSIGN_VEHICLE,

  /** A vehicle is accepted, by a person or by itself. */
  ACCEPT_VEHICLE,

  /** A vehicle's record is disputed. */
  DISPUTE_VEHICLE,

  /** Charges are paid, by money or by credits. */
  PAY,

  /** Name, e-mail address or auto-accept switches are changed. */
  EDIT_DETAILS,

  /** People are given permissions, or lose them. */
  GRANT_PERMISSIONS,

  /** Fleet average is applied for, or the application approved. */
  APPLY_FOR_FLEET_AVERAGE,

  /** A fleet's charge is carried into the following year. */
  DEFER_CHARGE,

  /** Verification under the AML/CFT Act 2009 is applied for, or given. */
  VERIFY,

  /** The agency suspends it. */
  SUSPEND,

  /** It is closed. */
  CLOSE
}
