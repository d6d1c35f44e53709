package nz.cleancar.testing;

/** A formula for a cell, without its equals sign. */
public record Formula(String text) {}
