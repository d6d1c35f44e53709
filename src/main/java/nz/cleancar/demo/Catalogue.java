package nz.cleancar.demo;

import java.util.List;
import nz.cleancar.standard.VehicleCondition;

/** The models that are imported. Weights and CO2 values are like those of the vehicles of 2023. */
final class Catalogue {

  private static final List<Model> NEW =
      List.of(
          new Model("UTE-D", "NA", 17, 2190, 980, 224),
          new Model("UTE-L", "NA", 7, 2010, 1000, 207),
          new Model("VAN", "NA", 6, 1950, 1150, 214),
          new Model("SUV-P", "MC", 14, 1640, 560, 178),
          new Model("SUV-H", "MC", 15, 1690, 520, 122),
          new Model("SUV-L", "MC", 5, 2240, 690, 243),
          new Model("PHEV", "MC", 5, 1900, 580, 41),
          new Model("BEV-S", "MA", 5, 1560, 450, 0),
          new Model("BEV-L", "MC", 7, 1960, 510, 0),
          new Model("HATCH", "MA", 7, 1140, 430, 131),
          new Model("HATCH-H", "MA", 5, 1170, 430, 91),
          new Model("SEDAN", "MA", 4, 1480, 470, 152),
          new Model("MPV", "MB", 2, 1990, 700, 188),
          new Model("BUS", "MD1", 1, 2310, 990, 231));

  private static final List<Model> USED =
      List.of(
          new Model("JP-HATCH", "MA", 13, 1060, 280, 128),
          new Model("JP-HATCH-H", "MA", 24, 1110, 280, 94),
          new Model("JP-KEI", "MA", 2, 890, 220, 118),
          new Model("JP-SEDAN", "MA", 7, 1440, 275, 186),
          new Model("JP-SEDAN-H", "MA", 8, 1530, 275, 118),
          new Model("JP-WAGON", "MA", 10, 1330, 330, 168),
          new Model("JP-SUV", "MC", 17, 1560, 275, 196),
          new Model("JP-MPV", "MB", 5, 1860, 440, 207),
          new Model("JP-BEV", "MA", 6, 1480, 275, 0),
          new Model("JP-PHEV", "MC", 2, 1870, 275, 52),
          new Model("JP-VAN", "NA", 3, 1720, 1100, 224),
          new Model("EU-SUV", "MC", 3, 1920, 560, 223));

  private static final int HUNDRED = 100;

  private Catalogue() {}

  static List<Model> of(VehicleCondition condition) {
    return condition == VehicleCondition.NEW ? NEW : USED;
  }

  /** A model that is imported new or used, the common ones more often. */
  static Model one(VehicleCondition condition, Chance chance) {
    int at = chance.between(1, HUNDRED);
    for (Model model : of(condition)) {
      at -= model.ofHundred();
      if (at <= 0) {
        return model;
      }
    }
    throw new IllegalStateException("The models of " + condition + " are not a hundred.");
  }
}
