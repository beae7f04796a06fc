package lv.varu.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** The files of which a Word document consists; those that hold no text stay as they are. */
record WordPackage(Map<String, byte[]> files) {
    private static final String MAIN = "word/document.xml";
    private static final Pattern TEXT = Pattern.compile("word/(document|header\\d*|footer\\d*)\\.xml");
    private static final int MOST_UNPACKED = 50 * 1024 * 1024;

    static WordPackage of(byte[] content) throws IOException, SAXException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        int left = MOST_UNPACKED;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] file = zip.readNBytes(left + 1);
                left -= file.length;
                if (left < 0) {
                    throw new IOException("swells beyond measure");
                }
                files.put(entry.getName(), file);
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("a name within is not UTF-8", e);
        }
        if (!files.containsKey(MAIN)) {
            throw new IOException("without " + MAIN);
        }
        return new WordPackage(files);
    }

    /** What people read: the text itself and what stands above and below on each page. */
    Map<String, Document> texts() throws IOException, SAXException {
        Map<String, Document> texts = new LinkedHashMap<>();
        for (var file : files.entrySet()) {
            if (TEXT.matcher(file.getKey()).matches()) {
                texts.put(file.getKey(), parse(file.getValue()));
            }
        }
        return texts;
    }

    byte[] with(Map<String, Document> texts) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(
                        texts.containsKey(file.getKey())
                                ? print(Objects.requireNonNull(texts.get(file.getKey())))
                                : file.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static Document parse(byte[] xml) throws IOException, SAXException {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            // A document of Word declares nothing, and a foreign one must not make us read other files.
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(xml));
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] print(Document text) {
        try {
            var out = new ByteArrayOutputStream();
            text.setXmlStandalone(true);
            TransformerFactory.newInstance().newTransformer().transform(new DOMSource(text), new StreamResult(out));
            return out.toByteArray();
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
    }
}
