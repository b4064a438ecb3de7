// Writes a reactor in which every so many modules have a front end: node reactor.mjs FOLDER MODULES FRONTENDS
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const [folder, modules, frontEnds] = process.argv.slice(2).map((value, i) => (i ? Number(value) : value));
const names = Array.from({ length: modules }, (_, i) => `module-${i + 1}`);

const frontEnd = `
  <build>
    <plugins>
      <plugin>
        <groupId>com.github.eirslett</groupId>
        <artifactId>frontend-maven-plugin</artifactId>
        <version>2.0.2</version>
        <executions>
          <execution>
            <id>install</id>
            <goals>
              <goal>npm</goal>
            </goals>
            <phase>generate-resources</phase>
          </execution>
        </executions>
      </plugin>
    </plugins>
  </build>`;

mkdirSync(folder, { recursive: true });
const single = readFileSync(new URL('module/pom.xml', import.meta.url), 'utf8');
writeFileSync(`${folder}/pom.xml`, single
  .replace('<artifactId>module</artifactId>', '<artifactId>reactor</artifactId>')
  .replace(/ {2}<description>.*\n/, `  <modules>\n${names.map((name) => `    <module>${name}</module>`).join('\n')}\n  </modules>\n`));
names.forEach((name, i) => {
  const hasFrontEnd = i % (modules / frontEnds) === 0;
  mkdirSync(`${folder}/${name}`);
  writeFileSync(`${folder}/${name}/pom.xml`, `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <parent>
    <groupId>io.github.feedauth.bench</groupId>
    <artifactId>reactor</artifactId>
    <version>1</version>
  </parent>
  <artifactId>${name}</artifactId>
  <packaging>pom</packaging>${hasFrontEnd ? frontEnd : ''}
</project>
`);
  if (hasFrontEnd) {
    cpSync(new URL('module/package.json', import.meta.url).pathname, `${folder}/${name}/package.json`);
  }
});
