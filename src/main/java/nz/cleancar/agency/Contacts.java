package nz.cleancar.agency;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import nz.cleancar.account.Access;
import nz.cleancar.account.AccountBook;
import nz.cleancar.agency.Contact.About;
import nz.cleancar.agency.Contact.Channel;
import nz.cleancar.security.Person;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.NewZealand;
import nz.cleancar.work.AllOrNothing;
import nz.cleancar.work.Attempt;
import nz.cleancar.work.UniqueIds;
import org.jspecify.annotations.Nullable;

/** Notes who got in touch with the contact centre. */
@Singleton
public final class Contacts {

  private final ContactLog log;
  private final AccountBook accounts;
  private final AllOrNothing work;
  private final UniqueIds ids;
  private final NewZealand clock;

  Contacts(
      ContactLog log, AccountBook accounts, AllOrNothing work, UniqueIds ids, NewZealand clock) {
    this.log = log;
    this.accounts = accounts;
    this.work = work;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * What somebody got in touch about.
   *
   * @param channel how
   * @param holder the account that it was about, where that is known
   * @param about what it was about
   * @param answeredAfterSeconds how long it took until it was answered, 0 or more
   */
  public record Noted(
      Channel channel, @Nullable AccountNumber holder, About about, long answeredAfterSeconds) {

    /** The account that it was about, where that is known. */
    public Optional<AccountNumber> account() {
      return Optional.ofNullable(holder);
    }
  }

  /** Notes it as of now; refused where it names an account that there is not. */
  public Attempt<Contact> note(Person person, Noted noted) {
    return work.attempt(
        () -> {
          Optional<AccountNumber> unknown =
              noted.account().filter(number -> accounts.find(number).isEmpty());
          if (unknown.isPresent()) {
            return Attempt.<Contact>refused(Access.unknown(unknown.get()));
          }
          var now = clock.now();
          var contact =
              new Contact(
                  ids.next(now),
                  noted.channel(),
                  noted.holder(),
                  noted.about(),
                  noted.answeredAfterSeconds(),
                  person.name(),
                  now);
          log.add(contact);
          return Attempt.done(contact);
        });
  }

  /** Contacts, the newest first, before the id; an empty text begins. */
  public List<Contact> before(String id, int most) {
    return log.before(id, most);
  }
}
