package bitesize.oracle.xml;

import bitesize.oracle.Json;
import bitesize.oracle.compile.Problems;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

/** Parses documents with the XML parser of the JDK, which is what Jenkins reads config.xml with. */
public final class XmlJob {
  private XmlJob() {}

  /** Returns, per document, what is wrong with it. */
  public static List<List<Map<String, Object>>> run(Map<String, Object> job) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    List<List<Map<String, Object>>> results = new ArrayList<>();
    for (String text : Json.texts(job, "documents")) results.add(errors(factory.newDocumentBuilder(), text));
    return results;
  }

  private static List<Map<String, Object>> errors(DocumentBuilder builder, String text) throws Exception {
    List<Map<String, Object>> errors = new ArrayList<>();
    builder.setErrorHandler(new Collector(errors));
    try {
      builder.parse(new InputSource(new StringReader(text)));
    } catch (SAXParseException failure) {
      if (errors.isEmpty()) errors.add(describe(failure));
    }
    return errors;
  }

  private static Map<String, Object> describe(SAXParseException failure) {
    return Problems.at(failure.getLineNumber(), failure.getColumnNumber(), failure.getMessage());
  }

  private static final class Collector implements ErrorHandler {
    private final List<Map<String, Object>> errors;

    Collector(List<Map<String, Object>> errors) {
      this.errors = errors;
    }

    @Override
    public void warning(SAXParseException failure) {
      errors.add(describe(failure));
    }

    @Override
    public void error(SAXParseException failure) {
      errors.add(describe(failure));
    }

    @Override
    public void fatalError(SAXParseException failure) throws SAXParseException {
      errors.add(describe(failure));
      throw failure;
    }
  }
}
