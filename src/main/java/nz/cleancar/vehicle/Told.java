package nz.cleancar.vehicle;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Vin;
import nz.cleancar.vehicle.FeedMessage.AccountAssigned;
import nz.cleancar.vehicle.FeedMessage.Completed;
import nz.cleancar.vehicle.FeedMessage.ModelAssigned;
import nz.cleancar.vehicle.FeedMessage.Origin;
import nz.cleancar.vehicle.FeedMessage.Registered;
import nz.cleancar.vehicle.FeedMessage.VinAssigned;
import org.jspecify.annotations.Nullable;

/**
 * What the feeds together say of a vehicle. The same whatever order they said it in, and however
 * often.
 *
 * @param identity its VIN, its chassis number, or both
 * @param revisions the register's records of it by their revisions
 * @param completions what is complete of it by what each sender said last of each kind, the first
 *     to be complete first
 * @param model the model that it is of, where a distributor said so
 * @param completedBy where what is complete was said first
 * @param assigned the account that it was assigned to last, where it was to one
 * @param namedEarly the numbers that were named for it, or last for its model, when no account had
 *     them
 */
record Told(
    Identity identity,
    NavigableMap<Integer, Registered> revisions,
    List<Completion> completions,
    @Nullable ModelCode model,
    Map<Completion, Origin> completedBy,
    @Nullable Assignment assigned,
    Set<AccountNumber> namedEarly) {

  /** The one that was complete first comes first; always the same one. */
  static final Comparator<Completion> FIRST =
      Comparator.comparing(Completion::completedOn)
          .thenComparing(Completion::kind)
          .thenComparingInt(Completion::registerRevision)
          .thenComparing(completion -> completion.account().value());

  /** An account that was named for a vehicle, and since when that holds. */
  record Assignment(Origin since, AccountNumber account) {}

  /**
   * What these messages say of the one vehicle that they are all about.
   *
   * @param marks what the vehicle is found by
   * @param models the accounts that were named for models
   */
  static Told of(
      Collection<Mark> marks,
      Collection<FeedMessage> messages,
      Map<ModelCode, List<ModelAssigned>> models) {
    var revisions = new TreeMap<Integer, Registered>();
    var last = new HashMap<Sender, Completed>();
    var completedBy = new HashMap<Completion, Origin>();
    for (FeedMessage message : messages) {
      switch (message) {
        case Registered registered -> revisions.putIfAbsent(registered.revision(), registered);
        case Completed completed -> {
          last.merge(Sender.of(completed), completed, Told::later);
          completedBy.merge(completed.completion(), completed.origin(), Told::earlier);
        }
        case ModelAssigned _, VinAssigned _, AccountAssigned _ -> {}
      }
    }
    Optional<VinAssigned> ofModel =
        messages.stream()
            .filter(VinAssigned.class::isInstance)
            .map(VinAssigned.class::cast)
            .max(Comparator.comparing(VinAssigned::origin));
    return new Told(
        identity(marks, revisions),
        revisions,
        last.values().stream().map(Completed::completion).distinct().sorted(FIRST).toList(),
        ofModel.map(VinAssigned::model).orElse(null),
        completedBy,
        assigned(messages, ofModel, models).orElse(null),
        namedEarly(messages, ofModel.flatMap(vin -> named(vin.model(), models))));
  }

  private static Set<AccountNumber> namedEarly(
      Collection<FeedMessage> messages, Optional<ModelAssigned> forModel) {
    return Stream.concat(messages.stream(), forModel.stream())
        .filter(message -> message.origin().beforeOpening())
        .flatMap(
            message ->
                switch (message) {
                  case AccountAssigned(var _, var _, AccountNumber account) -> Stream.of(account);
                  case ModelAssigned(var _, var _, AccountNumber account) -> Stream.of(account);
                  case Completed(var _, Completion completion) -> Stream.of(completion.account());
                  case VinAssigned _, Registered _ -> Stream.<AccountNumber>empty();
                })
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Optional<ModelAssigned> named(
      ModelCode model, Map<ModelCode, List<ModelAssigned>> models) {
    return models.getOrDefault(model, List.of()).stream()
        .max(Comparator.comparing(ModelAssigned::origin));
  }

  /** The chassis number is the one that the register gave last. */
  private static Identity identity(
      Collection<Mark> marks, NavigableMap<Integer, Registered> revisions) {
    Optional<Vin> vin = first(marks, Mark.Kind.VIN).map(Vin::new);
    Optional<ChassisNumber> chassis =
        revisions.descendingMap().values().stream()
            .flatMap(registered -> registered.identity().chassis().stream())
            .findFirst()
            .or(() -> first(marks, Mark.Kind.CHASSIS).map(ChassisNumber::new));
    return new Identity(vin.orElse(null), chassis.orElse(null));
  }

  private static Optional<String> first(Collection<Mark> marks, Mark.Kind kind) {
    return marks.stream().filter(mark -> mark.kind() == kind).sorted().map(Mark::value).findFirst();
  }

  /** The latest of the accounts that were named for it; for its model's, once it was of that. */
  private static Optional<Assignment> assigned(
      Collection<FeedMessage> messages,
      Optional<VinAssigned> ofModel,
      Map<ModelCode, List<ModelAssigned>> models) {
    Stream<Assignment> own =
        messages.stream()
            .filter(AccountAssigned.class::isInstance)
            .map(AccountAssigned.class::cast)
            .map(said -> new Assignment(said.origin(), said.account()));
    Stream<Assignment> byModel =
        ofModel.stream()
            .flatMap(
                vin ->
                    named(vin.model(), models)
                        .map(
                            said ->
                                new Assignment(later(vin.origin(), said.origin()), said.account()))
                        .stream());
    return Stream.concat(own, byModel).max(Comparator.comparing(Assignment::since));
  }

  /** Who says something of a kind; what they say of it later replaces what they said. */
  private record Sender(Completion.Kind kind, String source, String sentBy) {

    static Sender of(Completed completed) {
      Origin origin = completed.origin();
      return new Sender(completed.completion().kind(), origin.source(), origin.sentBy());
    }
  }

  private static Completed later(Completed one, Completed other) {
    return one.origin().compareTo(other.origin()) >= 0 ? one : other;
  }

  private static Origin later(Origin one, Origin other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static Origin earlier(Origin one, Origin other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  /** The register's record that the completion rests on; until it comes, the latest one. */
  Optional<Registered> restedOn(Completion completion) {
    return Optional.ofNullable(revisions.get(completion.registerRevision()))
        .or(() -> Optional.ofNullable(revisions.lastEntry()).map(Map.Entry::getValue));
  }

  /**
   * The account that a completion names, or before one the latest that was assigned. Where that was
   * left, one that was assigned after the completion counts.
   *
   * @param counting the completions that count, the first one first
   * @param left the accounts that the vehicle was rejected from
   */
  Optional<AccountNumber> account(List<Completion> counting, Set<AccountNumber> left) {
    Optional<Completion> completion =
        counting.stream()
            .filter(each -> !left.contains(each.account()))
            .findFirst()
            .or(() -> counting.stream().findFirst());
    Optional<Assignment> after =
        Optional.ofNullable(assigned)
            .filter(
                named ->
                    completion.isEmpty()
                        || (left.contains(completion.get().account())
                            && !left.contains(named.account())
                            && isAfter(named, completion.get())));
    return after.map(Assignment::account).or(() -> completion.map(Completion::account));
  }

  private boolean isAfter(Assignment named, Completion completion) {
    Origin complete = completedBy.get(completion);
    return complete != null && named.since().compareTo(complete) > 0;
  }
}
