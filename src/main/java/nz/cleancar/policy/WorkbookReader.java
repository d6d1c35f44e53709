package nz.cleancar.policy;

import java.util.List;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Vocabulary;

/** Reads the decision tables of one workbook. */
public interface WorkbookReader {

  /**
   * Whatever the bytes are, they are read or refused; nothing in them is run or fetched.
   *
   * @param workbook the name of the file, for findings
   * @param content the file
   * @param vocabulary what its columns may be
   */
  Contents read(String workbook, byte[] content, Vocabulary vocabulary);

  /**
   * What a workbook holds.
   *
   * @param tables the tables that have nothing wrong, in the order of the sheets
   * @param names the id of every table that states one, whether or not something is wrong with it
   * @param findings everything that is wrong
   */
  record Contents(List<PolicyTable> tables, List<TableName> names, List<Finding> findings) {
    public Contents {
      tables = List.copyOf(tables);
      names = List.copyOf(names);
      findings = List.copyOf(findings);
    }
  }

  /** A table's id and the cell that states it. */
  record TableName(String id, Place place) {}
}
