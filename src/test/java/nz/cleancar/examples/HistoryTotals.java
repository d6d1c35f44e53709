package nz.cleancar.examples;

/** What became of all credits and all money of the accounts of a history. */
final class HistoryTotals {
  long earned;
  long offset;
  long expired;
  long deleted;
  long converted;
  long received;
  long revenue;
  long refunded;
}
