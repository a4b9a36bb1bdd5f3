/*
 * usage: java -cp 'LIB/*' V.java FLAVOUR,... FILE...
 *
 * Validates each file against each flavour ("2a", "3a", "ua1") with the veraPDF
 * library.  Prints a line for each rule that a file breaks (file, flavour, clause, test,
 * how often, description) and a count; ends with 1 if there was any.
 */
import java.io.FileInputStream;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

class V {
	/* How often a rule is broken, and what it asks for. */
	private static class Broken {
		int count;
		String description;
	}

	private static ValidationResult validate(String file, PDFAFlavour flavour)
	    throws Exception {
		try (PDFAParser parser = Foundries.defaultInstance().createParser(
			 new FileInputStream(file), flavour);
		    PDFAValidator validator =
			Foundries.defaultInstance().createValidator(
			    flavour, false)) {
			return validator.validate(parser);
		}
	}

	private static Map<String, Broken> broken(ValidationResult result) {
		Map<String, Broken> rules =
		    new TreeMap<>(Comparator.naturalOrder());

		for (TestAssertion t : result.getTestAssertions()) {
			if (t.getStatus() != TestAssertion.Status.FAILED)
				continue;
			Broken b = rules.computeIfAbsent(
			    t.getRuleId().getClause() + "-" +
				t.getRuleId().getTestNumber(),
			    k -> new Broken());
			b.count++;
			b.description = t.getMessage();
		}
		return rules;
	}

	/* The number of rules that file breaks. */
	private static int check(String file, String name) {
		PDFAFlavour flavour = PDFAFlavour.byFlavourId(name);

		try {
			ValidationResult result = validate(file, flavour);
			Map<String, Broken> rules = broken(result);

			rules.forEach((rule, b) -> System.out.printf(
			    "%s: %s %s (%d times): %s%n", file, name, rule,
			    b.count, b.description));
			if (rules.isEmpty() && !result.isCompliant())
				System.out.printf(
				    "%s: %s: not compliant%n", file, name);
			return result.isCompliant() ? 0 :
						      Math.max(1, rules.size());
		} catch (Exception | Error e) {
			System.out.printf("%s: %s: %s%n", file, name, e);
			return 1;
		}
	}

	/* The official validator's own file, as Maven Central has it. */
	private static String library() {
		return new java.io.File(VeraGreenfieldFoundryProvider.class
			.getProtectionDomain().getCodeSource()
			.getLocation().getPath()).getName();
	}

	public static void main(String[] args) {
		String[] flavours = args[0].split(",");
		int failed = 0;

		LogManager.getLogManager().reset();
		Logger.getLogger("").setLevel(Level.OFF);
		VeraGreenfieldFoundryProvider.initialise();
		for (int i = 1; i < args.length; i++)
			for (String flavour : flavours)
				failed += check(args[i], flavour);
		System.out.printf("%d files as %s by org.verapdf %s: "
			+ "%d rules broken%n",
		    args.length - 1, String.join(" and ", flavours), library(),
		    failed);
		System.exit(failed == 0 ? 0 : 1);
	}
}
