package lv.varu.engine;

import java.io.ByteArrayInputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * A model says what happens when, never how: it may name our steps and read variables, and nothing in it can bring code
 * along. So a model from somewhere else can do no more than call our steps in another order.
 */
@Component
class ModelCheck {
    /** Ours are twenty times smaller, and no drawing of an office goes so deep. */
    private static final int LARGEST = 2_000_000;

    private static final int DEEPEST = 50;

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final String DECISIONS = "https://www.omg.org/spec/DMN/";

    private static final Set<String> CODE = Set.of("script", "scriptTask", "connector", "field");
    private static final Set<String> FOREIGN =
            Set.of("class", "expression", "type", "resource", "scriptFormat", "validator", "deploymentId");

    private static final Pattern STEP = Pattern.compile("\\$\\{(\\w+)}");
    /** A variable, its opposite, or a list taken apart. */
    private static final Pattern HARMLESS = Pattern.compile("\\$\\{!?\\w+}|\\$\\{lists\\.of\\(\\w+\\)}");

    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{[^}]*}?");

    private final ListableBeanFactory beans;

    ModelCheck(ListableBeanFactory beans) {
        this.beans = beans;
    }

    /** @throws ModelRefused which names the model and what is wrong in it */
    void check(String name, InputStream content) throws IOException {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setAttribute("jdk.xml.maxElementDepth", String.valueOf(DEEPEST));
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            look(name, builder.parse(read(name, content)).getDocumentElement());
        } catch (SAXException | CharConversionException | UnsupportedEncodingException e) {
            throw new ModelRefused(name, String.valueOf(e.getMessage()));
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InputStream read(String name, InputStream content) throws IOException {
        byte[] read = content.readNBytes(LARGEST + 1);
        if (read.length > LARGEST) {
            throw new ModelRefused(name, "more than " + LARGEST + " bytes");
        }
        return new ByteArrayInputStream(read);
    }

    private void look(String name, Element element) {
        String space = element.getNamespaceURI() == null ? "" : element.getNamespaceURI();
        boolean process = space.equals(BPMN) || space.equals(CAMUNDA);
        if (process && CODE.contains(element.getLocalName())) {
            throw new ModelRefused(name, element.getTagName());
        }
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            look(name, element, (Attr) element.getAttributes().item(i), space);
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element nested) {
                look(name, nested);
            } else if (child.getNodeValue() != null && child.getNodeType() != Node.COMMENT_NODE) {
                expressions(name, child.getNodeValue());
            }
        }
    }

    private void look(String name, Element element, Attr attribute, String space) {
        String key = attribute.getLocalName();
        boolean camunda = CAMUNDA.equals(attribute.getNamespaceURI())
                || attribute.getNamespaceURI() == null && space.equals(CAMUNDA);
        if (camunda && key.equals("delegateExpression")) {
            step(name, attribute.getValue());
        } else if (isForeign(element, attribute, key, camunda) || isOtherLanguage(attribute, key, space)) {
            throw new ModelRefused(name, attribute.getName() + "=\"" + attribute.getValue() + "\"");
        } else {
            expressions(name, attribute.getValue());
        }
    }

    private static boolean isForeign(Element element, Attr attribute, String key, boolean camunda) {
        // A field of a form has a type too, and it is only that of a value.
        boolean field = element.getLocalName().equals("formField");
        return camunda
                && FOREIGN.contains(key)
                && !(field && key.equals("type"))
                && !attribute.getValue().isEmpty();
    }

    /** Conditions are expressions and tables speak FEEL; any other language is a program. */
    private static boolean isOtherLanguage(Attr attribute, String key, String space) {
        return key.equals("language") && space.equals(BPMN)
                || key.equals("expressionLanguage")
                        && (space.startsWith(DECISIONS) || space.equals(BPMN))
                        && !attribute.getValue().toLowerCase(Locale.ROOT).endsWith("feel");
    }

    private void step(String name, String expression) {
        Matcher step = STEP.matcher(expression);
        if (!step.matches()
                || !beans.containsBean(step.group(1))
                || !beans.isTypeMatch(step.group(1), JavaDelegate.class)) {
            throw new ModelRefused(name, expression);
        }
    }

    private static void expressions(String name, String text) {
        Matcher found = EXPRESSION.matcher(text);
        while (found.find()) {
            if (!HARMLESS.matcher(found.group()).matches()) {
                throw new ModelRefused(name, found.group());
            }
        }
    }
}
