package nz.cleancar.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;

/**
 * Holds the house of docs/adr/0001-the-house.md: who may use whom, and each library's one place.
 */
@AnalyzeClasses(packages = "nz.cleancar", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

  private static final String[] ADAPTERS = {
    "nz.cleancar.policy.xlsx..",
    "nz.cleancar.policy.yaml..",
    "nz.cleancar.policy.drools..",
    "nz.cleancar.policy.lines..",
    "nz.cleancar.scenario.xlsx..",
    "nz.cleancar.scenario.yaml..",
    "nz.cleancar.notice.smtp..",
    "nz.cleancar.ledger.sandbox..",
    "nz.cleancar.statement.pdf..",
    "nz.cleancar..store.."
  };

  private static final String[] OUTSIDE = {
    "nz.cleancar.api..", "nz.cleancar.cli..", "nz.cleancar.message..", "nz.cleancar.report.."
  };

  @ArchTest
  static final ArchRule features_use_only_those_before_them =
      Architectures.layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .withOptionalLayers(true)
          .layer("standard")
          .definedBy("nz.cleancar.standard..")
          .layer("policy")
          .definedBy("nz.cleancar.policy..")
          .layer("decision")
          .definedBy("nz.cleancar.decision..")
          .layer("security")
          .definedBy("nz.cleancar.security..")
          .layer("impact")
          .definedBy("nz.cleancar.impact..")
          .layer("scenario")
          .definedBy("nz.cleancar.scenario..")
          .layer("publishing")
          .definedBy("nz.cleancar.publishing..")
          .layer("work")
          .definedBy("nz.cleancar.work..")
          .layer("account")
          .definedBy("nz.cleancar.account..")
          .layer("ledger")
          .definedBy("nz.cleancar.ledger..")
          .layer("vehicle")
          .definedBy("nz.cleancar.vehicle..")
          .layer("statement")
          .definedBy("nz.cleancar.statement..")
          .layer("notice")
          .definedBy("nz.cleancar.notice..")
          .layer("agency")
          .definedBy("nz.cleancar.agency..")
          .layer("duty")
          .definedBy("nz.cleancar.duty..")
          .layer("demo")
          .definedBy("nz.cleancar.demo..")
          .layer("message")
          .definedBy("nz.cleancar.message..")
          .layer("report")
          .definedBy("nz.cleancar.report..")
          .layer("api")
          .definedBy("nz.cleancar.api..")
          .layer("cli")
          .definedBy("nz.cleancar.cli..")
          .whereLayer("standard")
          .mayNotAccessAnyLayer()
          .whereLayer("policy")
          .mayOnlyAccessLayers("standard")
          .whereLayer("decision")
          .mayOnlyAccessLayers("standard", "policy")
          .whereLayer("security")
          .mayOnlyAccessLayers("standard")
          .whereLayer("impact")
          .mayOnlyAccessLayers("standard", "policy", "decision")
          .whereLayer("scenario")
          .mayOnlyAccessLayers("standard", "policy", "decision")
          .whereLayer("publishing")
          .mayOnlyAccessLayers("standard", "policy", "scenario", "impact", "security")
          .whereLayer("work")
          .mayOnlyAccessLayers("standard")
          .whereLayer("notice")
          .mayOnlyAccessLayers("standard", "work")
          .whereLayer("account")
          .mayOnlyAccessLayers("standard", "policy", "decision", "security", "work", "notice")
          .whereLayer("ledger")
          .mayOnlyAccessLayers(
              "standard", "policy", "decision", "security", "work", "notice", "account")
          .whereLayer("vehicle")
          .mayOnlyAccessLayers(
              "standard", "policy", "decision", "security", "work", "notice", "account", "ledger")
          .whereLayer("statement")
          .mayOnlyAccessLayers(
              "standard", "policy", "decision", "security", "work", "account", "ledger", "vehicle")
          .whereLayer("agency")
          .mayOnlyAccessLayers(
              "standard", "policy", "decision", "security", "work", "account", "ledger", "vehicle")
          .whereLayer("duty")
          .mayOnlyAccessLayers(
              "standard",
              "policy",
              "decision",
              "security",
              "work",
              "notice",
              "account",
              "ledger",
              "vehicle")
          .whereLayer("demo")
          .mayOnlyAccessLayers(
              "standard",
              "policy",
              "decision",
              "security",
              "work",
              "notice",
              "account",
              "ledger",
              "vehicle",
              "agency",
              "duty")
          .whereLayer("message")
          .mayOnlyAccessLayers(
              "standard",
              "policy",
              "decision",
              "scenario",
              "impact",
              "security",
              "publishing",
              "work",
              "account",
              "ledger",
              "vehicle",
              "statement",
              "notice",
              "agency")
          .whereLayer("report")
          .mayOnlyAccessLayers("standard", "policy", "decision", "scenario", "impact")
          .whereLayer("api")
          .mayOnlyAccessLayers(
              "standard",
              "policy",
              "decision",
              "scenario",
              "security",
              "impact",
              "publishing",
              "work",
              "account",
              "ledger",
              "vehicle",
              "statement",
              "notice",
              "agency",
              "duty",
              "message",
              "report")
          .whereLayer("cli")
          .mayOnlyAccessLayers(
              "standard",
              "policy",
              "decision",
              "scenario",
              "security",
              "impact",
              "publishing",
              "work",
              "account",
              "ledger",
              "vehicle",
              "statement",
              "notice",
              "agency",
              "duty",
              "demo",
              "message",
              "report");

  @ArchTest
  static final ArchRule there_are_no_cycles_down_to_subpackages =
      slices().matching("nz.cleancar.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule tables_know_nothing_above_them =
      noClasses()
          .that()
          .resideInAPackage("nz.cleancar.policy.table..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("nz.cleancar..")
                  .and(not(resideInAPackage("nz.cleancar.policy.table.."))));

  @ArchTest
  static final ArchRule the_core_is_plain_java =
      noClasses()
          .that(
              resideInAPackage("nz.cleancar..")
                  .and(not(resideInAnyPackage(ADAPTERS)))
                  .and(not(resideInAnyPackage(OUTSIDE)))
                  .and(not(generated())))
          .should()
          .dependOnClassesThat(
              not(
                  resideInAnyPackage(
                      "java..", "org.jspecify..", "jakarta.inject..", "nz.cleancar..")));

  @ArchTest
  static final ArchRule nobody_but_the_command_line_reaches_into_an_adapter =
      noClasses()
          .that(
              not(resideInAnyPackage(ADAPTERS))
                  .and(not(resideInAPackage("nz.cleancar.cli..")))
                  .and(not(generated())))
          .should()
          .dependOnClassesThat(resideInAnyPackage(ADAPTERS));

  @ArchTest
  static final ArchRule poi_stays_in_xlsx =
      only("nz.cleancar..xlsx..", "org.apache.poi..", "org.openxmlformats..");

  @ArchTest
  static final ArchRule drools_stays_in_drools =
      only("nz.cleancar.policy.drools..", "org.kie..", "org.drools..", "org.mvel..");

  @ArchTest
  static final ArchRule line_differences_stay_in_lines =
      only("nz.cleancar.policy.lines..", "com.github.difflib..");

  @ArchTest static final ArchRule yaml_stays_in_yaml = only("nz.cleancar..yaml..", "org.yaml..");

  @ArchTest
  static final ArchRule sql_stays_in_stores =
      only("nz.cleancar..store..", "io.micronaut.data..", "java.sql..", "javax.sql..");

  @ArchTest
  static final ArchRule http_stays_in_the_api =
      only("nz.cleancar.api..", "io.micronaut.http..", "io.netty..");

  @ArchTest
  static final ArchRule templates_stay_in_reports = only("nz.cleancar.report..", "gg.jte..");

  @ArchTest
  static final ArchRule mail_stays_in_smtp = only("nz.cleancar.notice.smtp..", "jakarta.mail..");

  @ArchTest
  static final ArchRule pdf_stays_in_pdf =
      only("nz.cleancar.statement.pdf..", "org.openpdf..", "com.lowagie..");

  @ArchTest
  static final ArchRule picocli_stays_in_the_command_line = only("nz.cleancar.cli..", "picocli..");

  @ArchTest
  static final ArchRule names_say_what_things_are =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Manager")
          .orShould()
          .haveSimpleNameEndingWith("Helper")
          .orShould()
          .haveSimpleNameEndingWith("Util")
          .orShould()
          .haveSimpleNameEndingWith("Utils")
          .orShould()
          .haveSimpleNameEndingWith("Impl")
          .orShould()
          .haveSimpleNameEndingWith("Data")
          .orShould()
          .haveSimpleNameEndingWith("Info")
          .orShould()
          .haveSimpleNameEndingWith("DTO");

  @ArchTest
  static final ArchRule only_new_zealands_clock_asks_what_time_it_is =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("nz.cleancar.standard.NewZealand")
          .should()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(java.time.LocalDate.class, "now")
          .orShould()
          .callMethod(java.time.OffsetDateTime.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  private static ArchRule only(String home, String... libraries) {
    return classes()
        .that(not(resideInAPackage(home)).and(not(generated())))
        .should()
        .onlyDependOnClassesThat(not(resideInAnyPackage(libraries)));
  }

  /** Classes that Micronaut writes beside ours: {@code $Name$Definition} and the like. */
  private static com.tngtech.archunit.base.DescribedPredicate<JavaClass> generated() {
    return new com.tngtech.archunit.base.DescribedPredicate<>("written by Micronaut") {
      @Override
      public boolean test(JavaClass type) {
        return type.getSimpleName().startsWith("$") || type.getName().contains(".$");
      }
    };
  }
}
