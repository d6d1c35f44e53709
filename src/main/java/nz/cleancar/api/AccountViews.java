package nz.cleancar.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.util.List;
import nz.cleancar.account.Access;
import nz.cleancar.account.Account;
import nz.cleancar.account.AccountBook;
import nz.cleancar.account.AccountEvents;
import nz.cleancar.account.Permission;
import nz.cleancar.message.AccountMessage;
import nz.cleancar.security.Person;
import nz.cleancar.standard.NewZealand;
import nz.cleancar.work.Attempt;
import org.jspecify.annotations.Nullable;

/** Answers with accounts, and with what was done with them, to whoever may view them. */
@Singleton
final class AccountViews {

  private final AccountBook book;
  private final Access access;
  private final AccountEvents events;
  private final NewZealand clock;
  private final Doing doing;
  private final Answers answers;

  AccountViews(
      AccountBook book,
      Access access,
      AccountEvents events,
      NewZealand clock,
      Doing doing,
      Answers answers) {
    this.book = book;
    this.access = access;
    this.events = events;
    this.clock = clock;
    this.doing = doing;
    this.answers = answers;
  }

  /** 200 with the body. */
  HttpResponse<byte[]> ok(Object body) {
    return answers.okWith(body);
  }

  /** The account of the number in a path, for somebody who may view it. */
  Attempt<Account> viewed(Person person, String number) {
    return AccountPaths.number(number)
        .then(named -> access.found(person, named, Permission.VIEW_ACCOUNT));
  }

  HttpResponse<byte[]> one(HttpRequest<?> http, Person person, String number) {
    return doing.read(
        http,
        () -> viewed(person, number),
        account -> ok(AccountMessage.from(account, clock.today())));
  }

  HttpResponse<byte[]> all(
      HttpRequest<?> http, Person person, @Nullable Integer limit, @Nullable String after) {
    return doing.read(
        http,
        () ->
            AccountPaths.limit(limit)
                .then(most -> AccountPaths.cursor(after).map(from -> page(person, from, most))),
        this::ok);
  }

  private AccountMessage.Page page(Person person, String after, int most) {
    List<Account> found =
        person.isAgency() ? book.after(after, most) : book.viewedBy(person.name(), after, most);
    return AccountMessage.Page.of(found, most, clock.today());
  }

  HttpResponse<byte[]> events(
      HttpRequest<?> http, Person person, String number, @Nullable Integer limit, long after) {
    return doing.read(
        http,
        () ->
            AccountPaths.limit(limit)
                .then(
                    most ->
                        viewed(person, number)
                            .map(
                                account ->
                                    AccountMessage.EventPage.of(
                                        events.of(account.number(), after, most), most))),
        this::ok);
  }
}
