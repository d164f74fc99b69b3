// SPDX-License-Identifier: MIT
// Validates files as PDF/A-1b with PDFBox Preflight: java -cp … Preflight.java FILE...
import org.apache.pdfbox.preflight.PreflightDocument;
import org.apache.pdfbox.preflight.ValidationResult;
import org.apache.pdfbox.preflight.parser.PreflightParser;

public class Preflight {
  public static void main(String[] files) throws Exception {
    boolean good = true;
    for (String file : files) {
      PreflightParser parser = new PreflightParser(file);
      parser.parse();
      try (PreflightDocument document = parser.getPreflightDocument()) {
        document.validate();
        ValidationResult result = document.getResult();
        System.out.println(file + ": " + (result.isValid() ? "PDF/A-1b" : "not PDF/A-1b"));
        for (ValidationResult.ValidationError error : result.getErrorsList()) {
          System.out.println("  " + error.getErrorCode() + " " + error.getDetails());
        }
        good = good && result.isValid();
      }
    }
    System.exit(good ? 0 : 1);
  }
}
