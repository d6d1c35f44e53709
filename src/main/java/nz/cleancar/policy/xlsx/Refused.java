package nz.cleancar.policy.xlsx;

import java.util.List;
import nz.cleancar.policy.Finding;

/** Says why a workbook is not read at all. */
final class Refused extends Exception {

  private final transient List<Finding> findings;

  Refused(List<Finding> findings) {
    super("The workbook is refused.", null, false, false);
    this.findings = List.copyOf(findings);
  }

  Refused(Finding finding) {
    this(List.of(finding));
  }

  List<Finding> findings() {
    return findings;
  }
}
