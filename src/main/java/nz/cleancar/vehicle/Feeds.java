package nz.cleancar.vehicle;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.NewZealand;
import nz.cleancar.vehicle.FeedMessage.AccountAssigned;
import nz.cleancar.vehicle.FeedMessage.Completed;
import nz.cleancar.vehicle.FeedMessage.ModelAssigned;
import nz.cleancar.vehicle.FeedMessage.Origin;
import nz.cleancar.vehicle.FeedMessage.Registered;
import nz.cleancar.vehicle.FeedMessage.VinAssigned;
import nz.cleancar.vehicle.Filing.Filed;
import nz.cleancar.vehicle.Received.Place;
import nz.cleancar.vehicle.VehicleBook.MessageKey;
import nz.cleancar.work.EachAlone;
import nz.cleancar.work.UniqueIds;

/**
 * Where the messages of MIAMI, Fuelsaver, the motor vehicle register and certifiers come in. They
 * may come doubled, late and in any order: the records end the same.
 */
@Singleton
public final class Feeds {

  /** How many messages are kept together at most. */
  public static final int GROUP = 500;

  private static final int TAKEN_UP_AT_ONCE = 200;

  private final VehicleBook book;
  private final Deciding deciding;
  private final Taking taking;
  private final UniqueIds ids;
  private final NewZealand newZealand;

  Feeds(VehicleBook book, Deciding deciding, Taking taking, UniqueIds ids, NewZealand newZealand) {
    this.book = book;
    this.deciding = deciding;
    this.taking = taking;
    this.ids = ids;
    this.newZealand = newZealand;
  }

  /**
   * Keeps the messages and does what follows from them, a group of one sender's after the other and
   * each group all or nothing; the waiting vehicles of a model that an account is named for are
   * taken up after it. Not to be called inside work.
   *
   * @return what became of each, in their order
   * @throws nz.cleancar.decision.LogIsFull if decisions come faster than they can be logged; the
   *     group may be sent again
   */
  public List<Received> receive(List<FeedMessage> messages) {
    var received = new ArrayList<Received>(messages.size());
    for (int start = 0; start < messages.size(); start = received.size()) {
      List<FeedMessage> group = ofOneSender(messages.subList(start, messages.size()));
      List<Received> done =
          deciding.work(
              accounts(group),
              now -> {
                hold(group);
                return keep(group, now);
              });
      done.forEach(this::takeUpModel);
      received.addAll(done);
    }
    return received;
  }

  private static List<FeedMessage> ofOneSender(List<FeedMessage> messages) {
    String sender = sender(messages);
    int end = 1;
    while (end < Math.min(messages.size(), GROUP)
        && messages.get(end).origin().sentBy().equals(sender)) {
      end++;
    }
    return messages.subList(0, end);
  }

  private static String sender(List<FeedMessage> messages) {
    return messages.getFirst().origin().sentBy();
  }

  /** Also where the message came before: its sender may not have been told that it was kept. */
  private void takeUpModel(Received received) {
    if (received instanceof Received.Conflicting
        || !(received.message() instanceof ModelAssigned(Origin origin, var model, var account))) {
      return;
    }
    takeUp(account, origin.sentBy(), after -> book.openToModel(model, after, TAKEN_UP_AT_ONCE));
  }

  /**
   * Takes up the records that wait for an account of this number, now that it is open. Not to be
   * called inside work.
   *
   * @return how many records it took up
   */
  public int takeUp(AccountNumber opened) {
    return takeUp(
        opened,
        "",
        after ->
            book.inAccount(opened, Step.ENTERED, after, TAKEN_UP_AT_ONCE).stream()
                .map(VehicleRecord::id)
                .toList());
  }

  /**
   * Takes up the records that wait for accounts that are open meanwhile, should that not have been
   * done at their opening. Not to be called inside work.
   *
   * @param each names the accounts whose records could not be taken up
   * @return how many records it took up
   */
  public int takeUpAll(EachAlone each) {
    Circumstances now = deciding.looking();
    return book.awaitedAccounts().stream()
        .filter(now::exists)
        .mapToInt(account -> each.attempt("account " + account, () -> takeUp(account)).orElse(0))
        .sum();
  }

  /** A page after the other, so that no piece of work holds more. */
  private int takeUp(AccountNumber account, String by, Function<String, List<VehicleId>> after) {
    int taken = 0;
    List<VehicleId> page = after.apply("");
    while (!page.isEmpty()) {
      List<VehicleId> next = page;
      deciding.work(List.of(account), now -> again(next, by, now));
      taken += page.size();
      page = after.apply(page.getLast().value());
    }
    return taken;
  }

  private int again(List<VehicleId> page, String by, Circumstances now) {
    List<VehicleFile> files = book.files(page);
    var filing = new Filing(this::id, java.util.Map.of(), files, book.models(models(files)));
    taking.run(filing.folders(), new Course(now, filing.models()), now);
    book.keep(filing.changes(newZealand.now(), by));
    return page.size();
  }

  private List<Received> keep(List<FeedMessage> group, Circumstances now) {
    Filing filing = filing(group);
    List<Filed> filed =
        group.stream().map(message -> filing.file(message.received(now::exists))).toList();
    taking.run(filing.folders(), new Course(now, filing.models()), now);
    book.keep(filing.changes(newZealand.now(), sender(group)));
    var received = new ArrayList<Received>(group.size());
    for (int i = 0; i < group.size(); i++) {
      received.add(received(group.get(i), filed.get(i), filing));
    }
    return received;
  }

  private Filing filing(List<FeedMessage> group) {
    var digests =
        book.digests(
            group.stream()
                .map(message -> MessageKey.of(message.origin()))
                .collect(Collectors.toCollection(TreeSet::new)));
    Set<Mark> marks = new LinkedHashSet<>();
    Set<ModelCode> named = new LinkedHashSet<>();
    for (FeedMessage message : group) {
      switch (message) {
        case ModelAssigned(var _, ModelCode model, var _) -> named.add(model);
        case VinAssigned(var _, var vin, ModelCode model) -> {
          marks.add(Mark.of(vin));
          named.add(model);
        }
        case AccountAssigned(var _, Mark mark, var _) -> marks.add(mark);
        case Registered(var _, Identity identity, int _, var _) -> marks.addAll(identity.marks());
        case Completed(var _, Completion completion) -> marks.add(Mark.of(completion.vin()));
      }
    }
    // The files before the models: who names a model's account meanwhile changes the files.
    List<VehicleFile> files = book.filesAbout(marks);
    named.addAll(models(files));
    return new Filing(this::id, digests, files, book.models(named));
  }

  /** The models of these vehicles. */
  static Set<ModelCode> models(List<VehicleFile> files) {
    return files.stream()
        .flatMap(file -> file.messages().stream())
        .filter(VinAssigned.class::isInstance)
        .map(message -> ((VinAssigned) message).model())
        .collect(Collectors.toSet());
  }

  private static Received received(FeedMessage message, Filed filed, Filing filing) {
    return switch (filed) {
      case Filed.Into(Mark mark) -> new Received.Kept(message, place(mark, filing));
      case Filed.OfModel(ModelCode model) -> new Received.Kept(message, new Place.OfModel(model));
      case Filed.Contradicts(var why) -> new Received.Conflicting(message, why);
      case Filed.Before(Filed.Into(Mark mark)) ->
          new Received.Repeated(message, place(mark, filing));
      case Filed.Before(Filed.OfModel(ModelCode model)) ->
          new Received.Repeated(message, new Place.OfModel(model));
      case Filed.Before _ -> throw new IllegalStateException("A message has one place.");
    };
  }

  private static Place place(Mark mark, Filing filing) {
    VehicleRecord record = filing.folder(mark).orElseThrow().record();
    return new Place.OfVehicle(record.id(), record.step(), record.because());
  }

  private void hold(List<FeedMessage> group) {
    Set<ModelCode> models =
        group.stream()
            .flatMap(
                message ->
                    switch (message) {
                      case ModelAssigned(var _, ModelCode model, var _) ->
                          java.util.stream.Stream.of(model);
                      case VinAssigned(var _, var _, ModelCode model) ->
                          java.util.stream.Stream.of(model);
                      case AccountAssigned _, Registered _, Completed _ ->
                          java.util.stream.Stream.<ModelCode>empty();
                    })
            .collect(Collectors.toSet());
    if (!models.isEmpty()) {
      book.hold(models);
    }
  }

  private static Collection<AccountNumber> accounts(List<FeedMessage> group) {
    return group.stream()
        .filter(Completed.class::isInstance)
        .map(message -> ((Completed) message).completion().account())
        .collect(Collectors.toSet());
  }

  private String id() {
    return ids.next(newZealand.now());
  }
}
