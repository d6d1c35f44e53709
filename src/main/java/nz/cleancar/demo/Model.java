package nz.cleancar.demo;

import nz.cleancar.vehicle.ModelCode;

/**
 * A made-up model of vehicles, like many that are imported.
 *
 * @param code the distributor's code, and how the model is told from others
 * @param vehicleClass its class
 * @param ofHundred how many of a hundred vehicles are of it, of those that are imported new or used
 * @param tare its mean tare weight in kg
 * @param load how much its gross vehicle mass is above its tare weight, in kg
 * @param co2 its mean CO2 value in g/km; 0 for a vehicle without emission
 */
record Model(String code, String vehicleClass, int ofHundred, int tare, int load, int co2) {

  ModelCode modelCode(Importer distributor) {
    return new ModelCode("D%03d-%s".formatted(distributor.index() + 1, code));
  }
}
