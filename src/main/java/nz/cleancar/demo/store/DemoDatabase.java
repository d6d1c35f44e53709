package nz.cleancar.demo.store;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * The embedded database of a demonstration, which a service opens like any other. While it is
 * filled it need not outlive a killed process: whoever lost it runs the year again.
 *
 * @param folder where it lives
 */
public record DemoDatabase(Path folder) {

  /**
   * As a service's, but commits wait for 10 s before they are written, and space that is free is
   * used again at once.
   */
  private static final String SETTINGS =
      ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
          + ";OPTIMIZE_REUSE_RESULTS=FALSE;DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=10000"
          + ";RETENTION_TIME=0;COMPRESS=TRUE;CACHE_SIZE=65536";

  private static final String USER = "sa";

  /** Its address while it is filled. */
  public String url() {
    return "jdbc:h2:file:%s/ccs%s".formatted(folder.toAbsolutePath(), SETTINGS);
  }

  /** Makes its file small, once nobody has it open. */
  public void pack() {
    try (var connection = DriverManager.getConnection(url(), USER, "");
        var statement = connection.createStatement()) {
      statement.execute("shutdown compact");
    } catch (SQLException e) {
      throw new IllegalStateException("The database in " + folder + " could not be packed.", e);
    }
  }
}
