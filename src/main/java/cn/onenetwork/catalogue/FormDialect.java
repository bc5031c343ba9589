package cn.onenetwork.catalogue;

import cn.onenetwork.identity.ResidentIdNumber;
import cn.onenetwork.identity.UnifiedSocialCreditCode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// JSON Schema 2020-12 as the forms of the catalogue speak it: formats are asserted, nothing is ever loaded
/// from elsewhere, and numbers that carry a check digit must pass it.
final class FormDialect {
    static final String ID_CHECK_DIGIT = "idCheckDigit";
    static final String USCC_CHECK_DIGIT = "usccCheckDigit";

    /// Keywords that hold if some alternative does. Which of the alternatives the applicant meant nobody knows,
    /// so one problem is told instead of those of every alternative.
    private static final List<KeywordType> ALTERNATIVES = List.of(KeywordType.ANY_OF, KeywordType.ONE_OF);

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Clock clock;

    FormDialect(Clock clock) {
        this.clock = clock;
    }

    SchemaRegistry registry() {
        List<Keyword> alternatives =
                ALTERNATIVES.stream().<Keyword>map(FormKeywords::summarised).toList();
        Dialect dialect = Dialect.builder(Dialects.getDraft202012())
                .keyword(FormKeywords.followedBy(KeywordType.PATTERN, this::numberCheck))
                .keywords(alternatives)
                .build();
        return SchemaRegistry.withDialect(dialect, registry -> registry.schemaRegistryConfig(config()));
    }

    /// The messages of the validator quote what was typed, so it is given none to make them of.
    private static SchemaRegistryConfig config() {
        return SchemaRegistryConfig.builder()
                .formatAssertionsEnabled(true)
                .regularExpressionFactory(BoundedRegex.FACTORY)
                .messageSource((key, fallback, locale, arguments) -> "")
                .build();
    }

    private Optional<FormKeywords.Check> numberCheck(Schema field) {
        String pattern = field.getSchemaNode().path("pattern").asText();
        String sensitive = field.getSchemaNode().path("x-sensitive").asText();
        if (pattern.equals(UnifiedSocialCreditCode.PATTERN)) {
            return Optional.of(new FormKeywords.Check(
                    USCC_CHECK_DIGIT,
                    text -> UnifiedSocialCreditCode.parse(text).isPresent()));
        }
        if (pattern.equals(ResidentIdNumber.PATTERN) && sensitive.equals("ID_NUMBER")) {
            return Optional.of(new FormKeywords.Check(
                    ID_CHECK_DIGIT,
                    text -> ResidentIdNumber.parse(text, today()).isPresent()));
        }
        return Optional.empty();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CHINA);
    }
}
