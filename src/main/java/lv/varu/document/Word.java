package lv.varu.document;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Finds its way in the XML of a Word document. */
final class Word {
    static final String NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private Word() {}

    /** In the order of the text, the given one included. */
    static List<Element> elements(Node within, String name) {
        List<Element> found = new ArrayList<>();
        collect(within instanceof Document document ? document.getDocumentElement() : within, name, found);
        return found;
    }

    private static void collect(Node node, String name, List<Element> found) {
        if (is(node, name)) {
            found.add((Element) node);
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            collect(child, name, found);
        }
    }

    static boolean is(Node node, String name) {
        return node instanceof Element && name.equals(node.getLocalName()) && NAMESPACE.equals(node.getNamespaceURI());
    }

    /** The innermost one that holds the node. */
    static @Nullable Element around(Node node, String name) {
        Node parent = node.getParentNode();
        while (parent != null && !is(parent, name)) {
            parent = parent.getParentNode();
        }
        return (Element) parent;
    }

    static @Nullable Element next(Element element) {
        Node next = element.getNextSibling();
        while (next != null && !(next instanceof Element)) {
            next = next.getNextSibling();
        }
        return (Element) next;
    }
}
