/** Tables in files, CSV and XLSX: read row by row, and written so that no program runs what somebody typed. */
@ApplicationModule(
        displayName = "Spreadsheet",
        allowedDependencies = {})
@NullMarked
package lv.varu.spreadsheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
