package nz.cleancar.account;

/** What a person may do in a CO2 account (NZTA, Operating my CO2 account). */
public enum Permission {
  /** See the account, its vehicles, its ledger and its statements. */
  VIEW_ACCOUNT,

  /** Give other people permissions in the account, and take them away. */
  GRANT_PERMISSIONS,

  /** Accept vehicles, and pay what they owe; dispute their records. */
  ACCEPT_VEHICLES,

  /** Offer and take credits. */
  TRANSFER_CREDITS,

  /** Change the account's details and switches; apply for fleet average; close it. */
  EDIT_DETAILS
}
