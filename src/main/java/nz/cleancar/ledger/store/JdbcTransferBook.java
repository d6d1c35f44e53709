package nz.cleancar.ledger.store;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nz.cleancar.ledger.transfer.Terms;
import nz.cleancar.ledger.transfer.Transfer;
import nz.cleancar.ledger.transfer.TransferBook;
import nz.cleancar.ledger.transfer.TransferId;
import nz.cleancar.security.PersonName;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Grams;

/** The transfers in a database. */
@Singleton
final class JdbcTransferBook implements TransferBook {

  private static final String INSERT =
      "insert into transfer (id, from_account, to_account, offered_tenths, offered_by, offered_at,"
          + " state) values (?, ?, ?, ?, ?, ?, ?)";
  private static final String END =
      "update transfer set state = ?, ended_by = ?, ended_at = ? where id = ?";
  private static final String AGREE =
      "update transfer set state = ?, ended_by = ?, ended_at = ?, moved_tenths = ?,"
          + " received_tenths = ?, kept_tenths = ?, code = ?, says = ? where id = ?";
  private static final String FIND = "select * from transfer where id = ?";
  private static final String OF =
      "select * from ("
          + "(select * from transfer where from_account = ? and id < ? order by id desc"
          + " fetch first ? rows only)"
          + " union all (select * from transfer where to_account = ? and id < ? order by id desc"
          + " fetch first ? rows only)) as both_ways"
          + " order by id desc fetch first ? rows only";

  private final Statements statements;

  JdbcTransferBook(Statements statements) {
    this.statements = statements;
  }

  @Override
  public void add(Transfer transfer) {
    statements.change(
        INSERT,
        transfer.id().value(),
        transfer.from().value(),
        transfer.to().value(),
        transfer.offered().tenths(),
        transfer.offeredBy().text(),
        transfer.offeredAt(),
        transfer.state().word());
  }

  @Override
  public void keep(Transfer transfer) {
    String id = transfer.id().value();
    String word = transfer.state().word();
    switch (transfer.state()) {
      case Transfer.Offered _ -> {}
      case Transfer.Declined(PersonName by, Instant at) ->
          statements.change(END, word, by.text(), at, id);
      case Transfer.Withdrawn(PersonName by, Instant at) ->
          statements.change(END, word, by.text(), at, id);
      case Transfer.Agreed(PersonName by, Instant at, Terms terms) ->
          statements.change(
              AGREE,
              word,
              by.text(),
              at,
              terms.moved().tenths(),
              terms.received().tenths(),
              terms.kept().tenths(),
              terms.code(),
              terms.says(),
              id);
    }
  }

  @Override
  public Optional<Transfer> find(TransferId id) {
    return statements.row(FIND, JdbcTransferBook::transfer, id.value());
  }

  @Override
  public List<Transfer> of(AccountNumber account, String beforeId, int most) {
    String before = beforeId.isEmpty() ? Statements.END : beforeId;
    return statements.rows(
        OF,
        JdbcTransferBook::transfer,
        account.value(),
        before,
        most,
        account.value(),
        before,
        most,
        most);
  }

  private static Transfer transfer(ResultSet row) throws SQLException {
    return new Transfer(
        new TransferId(row.getString("id")),
        new AccountNumber(row.getString("from_account")),
        new AccountNumber(row.getString("to_account")),
        Grams.ofTenths(row.getLong("offered_tenths")),
        new PersonName(row.getString("offered_by")),
        Statements.moment(row, "offered_at"),
        state(row));
  }

  private static Transfer.State state(ResultSet row) throws SQLException {
    String state = row.getString("state");
    if (state.equals("OFFERED")) {
      return new Transfer.Offered();
    }
    var by = new PersonName(row.getString("ended_by"));
    Instant at = Statements.moment(row, "ended_at");
    return switch (state) {
      case "DECLINED" -> new Transfer.Declined(by, at);
      case "WITHDRAWN" -> new Transfer.Withdrawn(by, at);
      case "AGREED" ->
          new Transfer.Agreed(
              by,
              at,
              new Terms(
                  true,
                  Grams.ofTenths(row.getLong("moved_tenths")),
                  Grams.ofTenths(row.getLong("received_tenths")),
                  Grams.ofTenths(row.getLong("kept_tenths")),
                  row.getString("code"),
                  row.getString("says")));
      case String other -> throw new IllegalStateException("A transfer is in no state " + other);
    };
  }
}
