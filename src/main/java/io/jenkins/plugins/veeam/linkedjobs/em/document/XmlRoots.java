package io.jenkins.plugins.veeam.linkedjobs.em.document;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names that the root element of a document may have. EM's documentation contradicts itself on some. Jackson does not
 * check the root: without this, a web page or an error would read as an empty list.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface XmlRoots {
    String[] value();
}
