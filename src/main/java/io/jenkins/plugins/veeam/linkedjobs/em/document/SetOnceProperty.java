package io.jenkins.plugins.veeam.linkedjobs.em.document;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.BeanDeserializerBuilder;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.SettableBeanProperty;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Sets a property that may occur several times in a document: an attribute and an element of one name, two aliases, a list
 * whose elements are not adjacent. Jackson would keep the last occurrence, so rows would be lost and a null would
 * overwrite a value. Here lists are appended, a null changes nothing, and two different values are an error.
 */
final class SetOnceProperty extends SettableBeanProperty.Delegating {

    private static final long serialVersionUID = 1L;

    private SetOnceProperty(SettableBeanProperty delegate) {
        super(delegate);
    }

    @Override
    protected SettableBeanProperty withDelegate(SettableBeanProperty property) {
        return new SetOnceProperty(property);
    }

    @Override
    public void deserializeAndSet(JsonParser parser, DeserializationContext context, Object instance)
            throws IOException {
        String name = parser.currentName();
        set(instance, delegate.deserialize(parser, context), name);
    }

    @Override
    public Object deserializeSetAndReturn(JsonParser parser, DeserializationContext context, Object instance)
            throws IOException {
        deserializeAndSet(parser, context, instance);
        return instance;
    }

    @Override
    public void set(Object instance, Object value) throws IOException {
        set(instance, value, getName());
    }

    @SuppressWarnings("unchecked")
    private void set(Object instance, Object value, String name) throws IOException {
        Object known = getMember().getValue(instance);
        if (List.class.isAssignableFrom(getType().getRawClass())) {
            List<Object> rows = known == null ? new ArrayList<>() : (List<Object>) known;
            rows.addAll(value == null ? List.of() : (List<Object>) value);
            delegate.set(instance, rows);
        } else if (known == null) {
            delegate.set(instance, value);
        } else if (value != null && !value.equals(known)) {
            throw new DocumentException(
                    DocumentException.Reason.UNREADABLE,
                    name + " has two values: \"" + known + "\" and \"" + value + '"');
        }
    }

    /** Applies this to each property of each document. */
    static final class Modifier extends BeanDeserializerModifier {

        private static final long serialVersionUID = 1L;

        @Override
        public BeanDeserializerBuilder updateBuilder(
                DeserializationConfig config, BeanDescription description, BeanDeserializerBuilder builder) {
            List<SettableBeanProperty> properties = new ArrayList<>();
            for (Iterator<SettableBeanProperty> all = builder.getProperties(); all.hasNext(); ) {
                properties.add(new SetOnceProperty(all.next()));
            }
            properties.forEach(property -> builder.addOrReplaceProperty(property, true));
            return builder;
        }
    }
}
