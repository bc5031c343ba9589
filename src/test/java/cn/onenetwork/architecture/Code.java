package cn.onenetwork.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;

/// The compiled code, read once for all rules.
final class Code {

    static final JavaClasses OF_THE_SERVICE = new ClassFileImporter().importPath(Path.of("target", "classes"));

    /// What breaks the rules.
    static final JavaClasses WRONG = new ClassFileImporter().importPackages("cn.onenetwork.wrong");

    private Code() {}
}
