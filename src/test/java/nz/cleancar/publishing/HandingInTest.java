package nz.cleancar.publishing;

import static nz.cleancar.publishing.PolicyOffice.ANA;
import static nz.cleancar.publishing.PolicyOffice.BEN;
import static nz.cleancar.publishing.PolicyOffice.EVA;
import static nz.cleancar.publishing.PolicyOffice.GUEST;
import static nz.cleancar.publishing.PolicyOffice.WHY;
import static nz.cleancar.publishing.PolicyOffice.submission;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import nz.cleancar.policy.PolicyFolder;
import nz.cleancar.policy.PolicyVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandingInTest {

  private final PolicyOffice office = new PolicyOffice();
  private final Versions versions = office.versions();

  @Test
  void a_workbook_makes_a_checked_draft_of_the_live_policy() {
    // When
    var handedIn = versions.handIn(ANA, submission("decision-tables/rates.xlsx"));

    // Then
    assertThat(handedIn)
        .isInstanceOfSatisfying(
            HandingIn.Drafted.class,
            drafted -> {
              var version = drafted.version();
              assertThat(version.author()).isEqualTo(ANA.name());
              assertThat(version.reason()).isEqualTo(WHY);
              assertThat(version.madeFrom()).contains(office.live());
              assertThat(version.handedInAt()).isEqualTo(PolicyOffice.MORNING);
              assertThat(version.stage()).isInstanceOf(Stage.Checked.class);
              assertThat(versions.sources(version.id()).orElseThrow().files())
                  .containsOnlyKeys("decision-tables/rates.xlsx", "rules/vocabulary.yml");
              assertThat(versions.reports(version.id(), office.reports(version.id())))
                  .hasValueSatisfying(report -> assertThat(report).startsWith(version.id().name()));
            });
  }

  @Test
  void a_draft_is_made_from_the_base_that_is_named() {
    // Given
    var base = office.draft("rates");

    // When
    var handedIn = versions.handIn(BEN, base, submission("decision-tables/targets.xlsx"));

    // Then
    var version = ((HandingIn.Drafted) handedIn).version();
    assertThat(version.madeFrom()).contains(base);
    assertThat(versions.sources(version.id()).orElseThrow().files())
        .containsKeys("decision-tables/rates.xlsx", "decision-tables/targets.xlsx");
  }

  @Test
  void a_file_that_is_removed_is_gone() {
    // Given
    var base = office.draft("rates");

    // When
    var handedIn =
        versions.handIn(
            ANA, base, new Submission(WHY, Map.of(), Set.of("decision-tables/rates.xlsx")));

    // Then
    assertThat(handedIn)
        .isInstanceOfSatisfying(
            HandingIn.Known.class,
            known -> assertThat(known.version().id()).isEqualTo(office.live()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"unreadable", "gap", "syntax"})
  void a_draft_with_errors_is_kept_with_its_reports(String name) {
    // When
    var handedIn = versions.handIn(ANA, submission("decision-tables/" + name + ".xlsx"));

    // Then
    assertThat(handedIn)
        .isInstanceOfSatisfying(
            HandingIn.Drafted.class,
            drafted -> {
              assertThat(drafted.findings()).extracting("code").containsExactly(name);
              assertThat(drafted.version().stage())
                  .isInstanceOfSatisfying(
                      Stage.Draft.class,
                      draft ->
                          assertThat(draft.failure().orElseThrow().objections())
                              .singleElement()
                              .asString()
                              .contains(name + ".xlsx", "Mend it."));
            });
  }

  @Test
  void files_that_are_what_they_were_change_nothing() {
    // Given
    var base = office.draft("rates");

    // When
    var handedIn = versions.handIn(BEN, base, submission("decision-tables/rates.xlsx"));

    // Then
    assertThat(handedIn).isEqualTo(new HandingIn.Unchanged(base));
  }

  @Test
  void what_was_handed_in_before_is_known_and_both_are_its_authors() {
    // Given
    var version = office.draft("rates");

    // When
    var handedIn = versions.handIn(BEN, submission("decision-tables/rates.xlsx"));

    // Then
    assertThat(handedIn)
        .isInstanceOfSatisfying(
            HandingIn.Known.class,
            known -> {
              assertThat(known.version().id()).isEqualTo(version);
              assertThat(known.version().author()).isEqualTo(ANA.name());
              assertThat(known.version().authors()).containsOnly(ANA.name(), BEN.name());
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rates.xlsx",
        "decision-tables/rates.xls",
        "decision-tables/old/rates.xlsx",
        "decision-tables/.rates.xlsx",
        "decision-tables/~$rates.xlsx",
        "decision-tables/..\\rates.xlsx",
        "decision-tables/ra\u0000tes.xlsx",
        "../decision-tables/rates.xlsx",
        "scenarios/notes.txt",
        ""
      })
  void a_file_that_a_policy_has_no_use_for_is_refused_with_its_place(String path) {
    // When
    var handedIn = versions.handIn(EVA, submission(path));

    // Then
    assertThat(handedIn)
        .isInstanceOfSatisfying(
            HandingIn.Refused.class,
            refused ->
                assertThat(refused.faults())
                    .singleElement()
                    .satisfies(fault -> assertThat(fault.pointer()).startsWith("/files/")));
    assertThat(versions.all(10)).hasSize(1);
  }

  @Test
  void every_fault_is_told_at_once() {
    // When
    var handedIn =
        versions.handIn(
            ANA,
            new Submission(
                WHY,
                Map.of("a.xlsx", new byte[0], "decision-tables/b.xlsx", new byte[0]),
                Set.of("decision-tables/b.xlsx", "decision-tables/c.xlsx")));

    // Then
    assertThat(((HandingIn.Refused) handedIn).faults())
        .extracting(HandingIn.Fault::pointer)
        .containsExactly(
            "/removed/decision-tables~1b.xlsx",
            "/removed/decision-tables~1c.xlsx",
            "/files/a.xlsx");
  }

  @Test
  void a_file_may_have_as_many_bytes_as_a_folders_and_not_one_more() {
    // Given
    int most = PolicyFolder.DEFAULT_LIMITS.fileBytes();

    // When
    var atTheLimit = versions.handIn(ANA, withBytes(most));
    var pastIt = versions.handIn(ANA, withBytes(most + 1));

    // Then
    assertThat(atTheLimit).isInstanceOf(HandingIn.Drafted.class);
    assertThat(pastIt).isInstanceOf(HandingIn.Refused.class);
  }

  private static Submission withBytes(int bytes) {
    return new Submission(WHY, Map.of("decision-tables/large.xlsx", new byte[bytes]), Set.of());
  }

  @Test
  void rules_need_a_rule_engineer() {
    // When
    var byStaff = versions.handIn(ANA, submission("rules/acceptance.drl"));
    var byEngineer = versions.handIn(EVA, submission("rules/acceptance.drl"));

    // Then
    assertThat(byStaff)
        .isEqualTo(
            new HandingIn.NotAllowed(
                "Only rule engineers may hand in rules/ other than those that are live."));
    assertThat(byEngineer).isInstanceOf(HandingIn.Drafted.class);
  }

  @Test
  void staff_may_hand_in_rules_that_are_what_they_were() {
    // Given
    var submission =
        new Submission(
            WHY,
            Map.of(
                "rules/vocabulary.yml",
                office.folder.files().get("rules/vocabulary.yml"),
                "decision-tables/rates.xlsx",
                new byte[] {1}),
            Set.of());

    // When
    var handedIn = versions.handIn(ANA, submission);

    // Then
    assertThat(handedIn).isInstanceOf(HandingIn.Drafted.class);
  }

  @Test
  void rules_are_not_removed_by_staff() {
    // When
    var handedIn =
        versions.handIn(ANA, new Submission(WHY, Map.of(), Set.of("rules/vocabulary.yml")));

    // Then
    assertThat(handedIn).isInstanceOf(HandingIn.NotAllowed.class);
  }

  @Test
  void rules_of_a_base_that_is_not_live_are_not_brought_in_by_staff() {
    // Given
    var base =
        ((HandingIn.Drafted) versions.handIn(EVA, submission("rules/acceptance.drl"))).version();

    // When
    var withThem = versions.handIn(ANA, base.id(), submission("decision-tables/rates.xlsx"));
    var withoutThem =
        versions.handIn(
            ANA,
            base.id(),
            new Submission(
                WHY,
                Map.of("decision-tables/rates.xlsx", new byte[] {1}),
                Set.of("rules/acceptance.drl")));

    // Then
    assertThat(withThem).isInstanceOf(HandingIn.NotAllowed.class);
    assertThat(withoutThem).isInstanceOf(HandingIn.Drafted.class);
  }

  @Test
  void a_guest_hands_nothing_in() {
    // When
    var handedIn = versions.handIn(GUEST, submission("decision-tables/rates.xlsx"));

    // Then
    assertThat(handedIn).isInstanceOf(HandingIn.NotAllowed.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a\u0000b"})
  void a_reason_that_says_nothing_is_refused(String reason) {
    // When
    var handedIn =
        versions.handIn(
            ANA, new Submission(reason, Map.of("decision-tables/a.xlsx", new byte[0]), Set.of()));

    // Then
    assertThat(((HandingIn.Refused) handedIn).faults())
        .extracting(HandingIn.Fault::pointer)
        .containsExactly("/reason");
  }

  @Test
  void a_base_that_nobody_handed_in_is_refused() {
    // When
    var handedIn =
        versions.handIn(
            ANA,
            new PolicyVersion("sha256:" + "0".repeat(64)),
            submission("decision-tables/a.xlsx"));

    // Then
    assertThat(((HandingIn.Refused) handedIn).faults())
        .extracting(HandingIn.Fault::pointer)
        .containsExactly("/base");
  }
}
