package nz.cleancar.policy.xlsx;

import java.util.NavigableMap;

/**
 * A row of a sheet that is read as it comes.
 *
 * @param number its number, counted from 1
 * @param sound whether nothing was found wrong with it so far, and everybody sees it
 * @param cells what is not blank, by column, counted from 1
 */
public record StreamedRow(int number, boolean sound, NavigableMap<Integer, Content> cells) {}
