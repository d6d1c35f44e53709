package nz.cleancar.publishing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import nz.cleancar.policy.PolicyVersion;

/** All events so far, and where they left each version. A value: it never changes. */
final class History {

  /** Nothing has happened. */
  static final History EMPTY = of(List.of());

  private final List<PolicyEvent> events;
  private final Map<PolicyVersion, Version> versions;
  private final List<Version> newestFirst;
  private final List<Publication> publications;

  private History(List<PolicyEvent> events, Told told) {
    this.events = List.copyOf(events);
    this.versions = Map.copyOf(told.versions);
    this.newestFirst = List.copyOf(told.versions.sequencedValues().reversed());
    this.publications = List.copyOf(told.publications);
  }

  /**
   * What these events amount to, in their order.
   *
   * @throws IllegalStateException if one of them cannot follow those before it
   */
  static History of(List<PolicyEvent> events) {
    var told = new Told();
    events.forEach(told::take);
    return new History(events, told);
  }

  /** The history with more events at its end. */
  History with(List<PolicyEvent> more) {
    var all = new ArrayList<>(events);
    all.addAll(more);
    return of(all);
  }

  /** The number of the last event; 0 before the first. */
  long last() {
    return events.isEmpty() ? 0 : events.getLast().number();
  }

  /** The version, if it was handed in. */
  Optional<Version> find(PolicyVersion version) {
    return Optional.ofNullable(versions.get(version));
  }

  /** The versions in the order of being handed in, the last first. */
  List<Version> newestFirst() {
    return newestFirst;
  }

  /** What happened to the version. */
  List<PolicyEvent> eventsOf(PolicyVersion version) {
    return events.stream().filter(event -> event.version().equals(version)).toList();
  }

  /** The publications, the last first. */
  List<Publication> publications() {
    return publications.reversed();
  }

  /** The publication that is live; empty before the first. */
  Optional<Publication> live() {
    return lastPublication(_ -> true);
  }

  /** The publication that was live at the moment; empty before the first. */
  Optional<Publication> liveAt(Instant moment) {
    return lastPublication(publication -> !publication.liveFrom().isAfter(moment));
  }

  /** The last publication of another version than the live one. */
  Optional<Publication> beforeThisOne() {
    return live()
        .flatMap(live -> lastPublication(other -> !other.version().equals(live.version())));
  }

  /** The version that has a time set, if one has. */
  Optional<Version> scheduled() {
    return versions.values().stream()
        .filter(version -> version.stage() instanceof Stage.Scheduled)
        .findFirst();
  }

  private Optional<Publication> lastPublication(Predicate<Publication> which) {
    return publications.reversed().stream().filter(which).findFirst();
  }

  /** The versions as one event after another leaves them. */
  private static final class Told {

    private final LinkedHashMap<PolicyVersion, Version> versions = new LinkedHashMap<>();
    private final List<Publication> publications = new ArrayList<>();

    void take(PolicyEvent event) {
      if (event.what() instanceof PolicyEvent.What.HandedIn handedIn) {
        versions.put(event.version(), handedIn(event, handedIn));
        return;
      }
      var version = versions.get(event.version());
      if (version == null) {
        throw impossible(event, "was never handed in");
      }
      versions.put(event.version(), after(version, event));
    }

    private Version handedIn(PolicyEvent event, PolicyEvent.What.HandedIn handedIn) {
      var authors = new HashSet<>(List.of(event.by()));
      // Whoever builds on a draft that was never live brings its authors' work along.
      handedIn
          .madeFrom()
          .flatMap(base -> Optional.ofNullable(versions.get(base)))
          .filter(base -> !wasLive(base.stage()))
          .ifPresent(base -> authors.addAll(base.authors()));
      var known = versions.get(event.version());
      if (known != null) {
        authors.addAll(known.authors());
        return known.alsoBy(authors);
      }
      return new Version(
          event.version(),
          event.by(),
          event.at(),
          event.reason(),
          handedIn.madeFrom().orElse(null),
          authors,
          null,
          new Stage.Draft(null));
    }

    private Version after(Version version, PolicyEvent event) {
      return switch (event.what()) {
        case PolicyEvent.What.HandedIn _ -> version;
        case PolicyEvent.What.Checked checked -> {
          var check =
              new Check(
                  event.at(),
                  checked.passed(),
                  checked.reports(),
                  checked.comparedWith(),
                  checked.objections());
          yield version.checked(check, checked(version.stage(), check, event));
        }
        case PolicyEvent.What.Approved _ -> version.at(approved(version.stage(), event));
        case PolicyEvent.What.Scheduled(Instant liveFrom) -> {
          if (version.stage() instanceof Stage.Ready before) {
            yield version.at(new Stage.Scheduled(before, liveFrom, event.by(), event.reason()));
          }
          throw impossible(event, "was neither approved nor live before");
        }
        case PolicyEvent.What.Withdrawn _, PolicyEvent.What.Failed _ -> {
          if (version.stage() instanceof Stage.Scheduled scheduled) {
            yield version.at(scheduled.before());
          }
          throw impossible(event, "had no time set");
        }
        case PolicyEvent.What.Live live -> version.at(live(event, live));
      };
    }

    private static Stage checked(Stage stage, Check check, PolicyEvent event) {
      return switch (stage) {
        case Stage.Approved(Approval approval) when approval.check().saysAs(check) -> stage;
        case Stage.Draft _, Stage.Checked _, Stage.Approved _ ->
            check.passed() ? new Stage.Checked(check) : new Stage.Draft(check);
        case Stage.Retired _ -> stage;
        case Stage.Scheduled _, Stage.Live _ ->
            throw impossible(event, "was live, or had a time set");
      };
    }

    private static Stage approved(Stage stage, PolicyEvent event) {
      if (stage instanceof Stage.Checked(Check check)) {
        return new Stage.Approved(new Approval(event.by(), event.at(), event.reason(), check));
      }
      throw impossible(event, "was not checked");
    }

    private Stage live(PolicyEvent event, PolicyEvent.What.Live live) {
      var publication =
          new Publication(
              event.number(),
              event.version(),
              event.by(),
              event.reason(),
              event.at(),
              live.liveFrom(),
              live.replaces());
      if (!publications.isEmpty()) {
        var before = publications.getLast();
        versions.computeIfPresent(
            before.version(), (_, old) -> old.at(new Stage.Retired(before, live.liveFrom())));
      }
      publications.add(publication);
      return new Stage.Live(publication);
    }

    private static boolean wasLive(Stage stage) {
      return switch (stage) {
        case Stage.Live _, Stage.Retired _ -> true;
        case Stage.Scheduled scheduled -> wasLive(scheduled.before());
        case Stage.Draft _, Stage.Checked _, Stage.Approved _ -> false;
      };
    }

    private static IllegalStateException impossible(PolicyEvent event, String says) {
      return new IllegalStateException(
          "Event " + event.number() + " cannot be: " + event.version() + " " + says + ".");
    }
  }
}
